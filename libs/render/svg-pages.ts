/** Typst writes all pages into one SVG; a page of the preview carries its own glyphs only. */
export function svgPages(svg: string): string[] {
  const starts = [...svg.matchAll(/<g class="typst-page"[^>]*>/gu)];
  const head = svg.slice(0, starts[0]?.index ?? 0);
  const styles = (head.match(/<style[\s\S]*?<\/style>/gu) ?? []).join('');
  const clips = /<defs class="clip-path">[\s\S]*?<\/defs>/u.exec(head)?.[0] ?? '';
  const glyphs = new Map(
    [...head.matchAll(/<(path|symbol|g|image)\b[^>]*\bid="([^"]+)"[^>]*?(?:\/>|>[\s\S]*?<\/\1>)/gu)].map((found) => [
      found[2]!,
      found[0],
    ]),
  );
  return starts.map((start, index) => {
    const end = starts[index + 1]?.index ?? svg.lastIndexOf('</svg>');
    const page = svg.slice(start.index, end).replace(/transform="translate\([^)]*\)"/u, '');
    const [, width, height] = /data-page-width="([\d.]+)" data-page-height="([\d.]+)"/u.exec(start[0]) ?? [];
    const used = new Set([...page.matchAll(/href="#([^"]+)"/gu)].map((found) => found[1]!));
    const own = [...glyphs].filter(([id]) => used.has(id)).map(([, glyph]) => glyph);
    return (
      `<svg class="typst-doc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
      'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ' +
      `xmlns:h5="http://www.w3.org/1999/xhtml">${styles}<defs class="glyph">${own.join('')}</defs>${clips}${page}</svg>`
    );
  });
}
