/** The county whose work this installation does. */
export class CurrentCounty {
  constructor(readonly id: string) {}
}
