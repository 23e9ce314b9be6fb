/** A style sheet as text, made small by the build. */
declare module "*.css?inline" {
  const css: string;
  // eslint-disable-next-line import/no-default-export -- the bundler's own convention
  export default css;
}
