import { PageEvent, ReflectionKind } from 'typedoc';
import type { Application, DeclarationReflection, ProjectReflection, Reflection } from 'typedoc';

const CONTAINER = /<ul [^>]*id="tsd-nav-container">.*?<\/ul>/s;

/**
 * A plugin of typedoc. Writes the list of all names into its pages. typedoc's own is made by a script
 * and has links inside of buttons.
 */
export function load(app: Application): void {
  app.renderer.on(PageEvent.END, (page) => {
    const { router } = app.renderer;
    if (page.contents === undefined || !router) return;
    const from = page.model as Reflection;
    const link = (to: Reflection) => {
      const current = to === from && !to.isProject() ? ' aria-current="page" class="current"' : '';
      return `<a href="${router.relativeUrl(from, to)}"${current}>${to.name}</a>`;
    };
    page.contents = page.contents.replace(CONTAINER, () => list(page.project, link));
  });
}

function list(project: ProjectReflection, link: (to: Reflection) => string): string {
  const modules = project.getChildrenByKind(ReflectionKind.Module);
  const items = modules.map((module) => `<li>${link(module)}<ul>${names(module, link)}</ul></li>`);
  return `<ul class="tsd-small-nested-navigation">${items.join('')}</ul>`;
}

function names(module: DeclarationReflection, link: (to: Reflection) => string): string {
  return (module.children ?? []).map((child) => `<li>${link(child)}</li>`).join('');
}
