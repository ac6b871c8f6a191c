const glyph = /<(path|symbol|g|image)\b[^>]*\bid="([^"]+)"[^>]*?(?:\/>|>[\s\S]*?<\/\1>)/gu;

/** Typst writes all pages, of one size, into one SVG; a page of the preview carries its own glyphs only. */
export function svgPages(svg: string): string[] {
  const starts = [...svg.matchAll(/<g class="typst-page"[^>]*>/gu)];
  const head = svg.slice(0, starts[0]?.index ?? 0);
  const styles = (head.match(/<style[\s\S]*?<\/style>/gu) ?? []).join('');
  const clips = /<defs class="clip-path">[\s\S]*?<\/defs>/u.exec(head)?.[0] ?? '';
  // Typst writes them in no fixed order: the same paper shall have the same bytes.
  const glyphs = [...head.matchAll(glyph)]
    .map(([text, , id = '']) => ({ id, text }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const [, width = 0, height = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(head)?.map(Number) ?? [];
  const size = [width, height / Math.max(1, starts.length)].map((points) => points.toFixed(3));
  return starts.map((start, index) => {
    const end = starts[index + 1]?.index ?? svg.lastIndexOf('</svg>');
    const page = svg
      .slice(start.index, end)
      .replace(/transform="translate\([^)]*\)"/u, '')
      // Marks for redrawing in place, which differ from one thread to the next.
      .replaceAll(/ data-tid="[^"]*"/gu, '');
    const used = new Set([...page.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id));
    const own = glyphs.filter(({ id }) => used.has(id)).map(({ text }) => text);
    return (
      `<svg class="typst-doc" viewBox="0 0 ${size.join(' ')}" width="${size[0]}" height="${size[1]}" ` +
      'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ' +
      `xmlns:h5="http://www.w3.org/1999/xhtml">${styles}<defs class="glyph">${own.join('')}</defs>${clips}${page}</svg>`
    );
  });
}

/** All pages of a paper in one picture, one below the other. */
export function stackedPages(pages: readonly string[]): string {
  const [, width = 0, height = 0] =
    /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(pages[0] ?? '')?.map(Number) ?? [];
  const placed = pages.map((page, index) =>
    page.replace('<svg ', `<svg y="${(index * height).toFixed(3)}" `),
  );
  const size = [width, height * pages.length].map((points) => points.toFixed(3));
  return (
    `<svg viewBox="0 0 ${size.join(' ')}" width="${size[0]}" height="${size[1]}" ` +
    `xmlns="http://www.w3.org/2000/svg">${placed.join('')}</svg>`
  );
}
