/** Names under which parts of the platform are injected where no class names them. */
export const SETTINGS = Symbol('settings');
export const READERS = Symbol('readers');
export const QUEUE_BACKEND = Symbol('queue backend');
