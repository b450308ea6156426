import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Moves the focus with Tab alone until it stands on what is named, as a person without a mouse does. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 400; step += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const at = document.activeElement as (HTMLElement & { labels?: NodeListOf<HTMLElement> }) | null;
      return at ? (at.getAttribute('aria-label') ?? (at.innerText || at.labels?.[0]?.innerText || '')) : '';
    });
    if (name.test(label.replaceAll(/\s+/g, ' ').trim())) return;
  }
  throw new Error(`Tab never reached ${name}`);
}

/**
 * A person without a mouse. Tab and the arrows only move; `acts` counts what sets something off, as a click would: Enter, Space, a shortcut that saves.
 * Typed text is not counted.
 */
export class Keyboard {
  acts = 0;

  constructor(readonly page: Page) {}

  tabTo(name: RegExp): Promise<void> {
    return tabTo(this.page, name);
  }

  async press(key: 'Enter' | 'Space' | 'Control+s' | 'Control+Enter'): Promise<void> {
    this.acts += 1;
    await this.page.keyboard.press(key);
  }

  async choose(name: RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.tabTo(name);
    await this.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** As many acts as the task may take, no more; counted anew from here. */
  spent(most: number): void {
    expect(this.acts).toBeLessThanOrEqual(most);
    this.acts = 0;
  }
}

/** No fault of accessibility on the page as it is. */
export async function sound(page: Page, name = ''): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${name} ${id} ${nodes[0]?.html}`)).toEqual([]);
}
