/** What a page needs to know to have a site's widget. */
interface Widget {
  /** The server's `/widget.js`. */
  url: string;
  siteKey: string;
}

/**
 * What the console gives to be put on a page: a line that fetches the widget when the page has loaded, so that nothing of it comes
 * beside the page's own pictures. What a page still waits for after four seconds is not waited for (the script itself has the
 * same patience). As old a JavaScript as tag managers insist on, and no character that templates or XML mind. A script that is added a
 * second time does not run again.
 */
export function patientTag({ url, siteKey }: Widget): string {
  return (
    `<script>(function(d,s,a){s=d.createElement("script");s.src=${JSON.stringify(url)};s.dataset.site=${JSON.stringify(siteKey)};` +
    `a=function(){d.head.appendChild(s)};d.readyState=="complete"?a():(addEventListener("load",a),setTimeout(a,4000))})(document)</script>`
  );
}

/** The same for a page that may not have scripts in its text, or not make any: fetched while the page loads. */
export function plainTag({ url, siteKey }: Widget): string {
  return `<script src="${url}" data-site="${siteKey}" async></script>`;
}
