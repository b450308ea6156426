import 'reflect-metadata';
import { roles, type Role } from '@mingshu/contracts';
import { expect, it } from 'vitest';
import { controllers } from './api.module';
import { ALLOWED } from './http/allowed';

const handlers = controllers.flatMap((controller) =>
  Object.getOwnPropertyNames(controller.prototype)
    .filter((name) => name !== 'constructor')
    .map((name) => ({
      name: `${controller.name}.${name}`,
      allowed: Reflect.getMetadata(ALLOWED, (controller.prototype as unknown as Record<string, object>)[name]!) as
        'public' | Role[] | undefined,
    })),
);

it('names for every route who may call it', () => {
  expect(handlers.length).toBeGreaterThan(25);
  expect(handlers.filter(({ allowed }) => allowed === undefined)).toEqual([]);
});

it('leaves nothing open but signing in, the self-check and health', () => {
  expect(handlers.filter(({ allowed }) => allowed === 'public').map(({ name }) => name)).toEqual([
    'IdentityController.signIn',
    'SelfCheckController.rule',
    'SelfCheckController.check',
    'SelfCheckController.annotated',
    'HealthController.health',
  ]);
});

it('lets a reader change nothing but their own sign-in', () => {
  const changing = /^(add|change|remove|save|receive|assign|retry|discard|import|rename|correct|undo|enter|start|cancel|adopt)/;
  const open = handlers.filter(({ name, allowed }) => changing.test(name.split('.')[1]!) && (allowed as Role[]).includes('reader'));
  expect(open.map(({ name }) => name)).toEqual(['IdentityController.changePassword']);
  expect(roles).toContain('reader');
});
