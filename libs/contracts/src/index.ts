export * from './agencies';
export * from './county';
export * from './identity';
export * from './problems';
export * from './reports';
export * from './routes';
export * from './statistics';
export * from './submissions';
