/** How the HTML report looks: one sheet, built in, light and dark, on screen and on paper. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --text: #0b0c0c; --quiet: #484f53; --page: #fff; --bar: #f3f2f1; --rule: #b1b4b6; --link: #1a65a6; --focus: #fd0; }
@media (prefers-color-scheme: dark) { :root { --text: #f3f2f1; --quiet: #b9bfc4; --page: #14181b; --bar: #23292e; --rule: #4b555c; --link: #8ec3ee; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--text); background: var(--page); font: 16px/1.5 Arial, Helvetica, sans-serif; }
a { color: var(--link); }
a:focus-visible, input:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 8px; top: 8px; padding: 8px; background: var(--page); }
header, main { max-width: 1100px; margin: 0 auto; padding: 16px 20px; }
header { border-bottom: 4px solid var(--link); }
h1 { margin: 8px 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 40px 0 12px; padding-top: 8px; border-top: 1px solid var(--rule); font-size: 1.5rem; }
h3 { margin: 24px 0 8px; font-size: 1.15rem; }
.about { margin: 0; padding: 0; list-style: none; color: var(--quiet); }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: 4px 0; }
.search { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-top: 12px; }
.search input { min-width: 18rem; min-height: 36px; padding: 4px 8px; border: 2px solid var(--text); color: inherit; background: var(--page); font: inherit; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.95rem; }
caption { padding: 8px 0; font-weight: bold; text-align: left; }
th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { position: sticky; top: 0; background: var(--page); }
.route { margin: 16px 0; padding: 12px 16px; border-left: 5px solid var(--link); background: var(--bar); }
.route p { margin: 0 0 8px; font-weight: bold; }
.route ol { margin: 0; padding-left: 24px; }
.route .next { display: block; color: var(--quiet); }
figure { margin: 16px 0; }
figcaption { margin-bottom: 8px; font-weight: bold; }
.picture { overflow: auto; max-height: 90vh; border: 1px solid var(--rule); background: #fff; }
.picture svg { display: block; max-width: none; }
.picture.fits svg { width: 100%; height: auto; }
[hidden] { display: none; }
@media print {
  .search, nav, .skip { display: none; }
  .picture { overflow: visible; max-height: none; border: 0; break-inside: avoid; }
  .picture svg { max-width: 100%; max-height: 250mm; height: auto; }
  tr { break-inside: avoid; }
}
`;

/** Hides the rows, routes and list items that do not hold the words searched for. */
export const REPORT_SCRIPT = `
(() => {
  const box = document.getElementById('words');
  const told = document.getElementById('found');
  const parts = [...document.querySelectorAll('tbody tr, .route, main li')].filter((part) => part.closest('.route') === null || part.classList.contains('route'));
  const texts = parts.map((part) => part.textContent.toLowerCase());
  const search = () => {
    const words = box.value.toLowerCase().split(/\\s+/).filter((word) => word !== '');
    let shown = 0;
    parts.forEach((part, index) => {
      const holds = words.every((word) => texts[index].includes(word));
      part.hidden = !holds;
      if (holds) shown += 1;
    });
    told.textContent = words.length === 0 ? '' : shown + ' of ' + parts.length + ' lines';
  };
  box.addEventListener('input', search);
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && document.activeElement !== box) { event.preventDefault(); box.focus(); }
    if (event.key === 'Escape' && document.activeElement === box) { box.value = ''; search(); }
  });
  document.querySelector('.search').hidden = false;
})();
`;
