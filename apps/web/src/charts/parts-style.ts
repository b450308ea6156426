/** Colours that differ for every kind of colour vision; in print the dashes tell the lines apart. */
export const seriesColours = ['#08265a', '#dd7a14', '#0f8a80', '#a23db8', '#8c2a1c', '#65737c'];
export const dashes: readonly ('solid' | 'dashed' | 'dotted' | number[])[] = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [12, 4], [2, 6]];
export const chartFont = '"Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif';
