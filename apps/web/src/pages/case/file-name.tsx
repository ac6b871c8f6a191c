import type { Shown } from './preview.tsx';

const shownInPage = /^(image\/)?(png|jpe?g|gif|webp)$|^(application\/)?pdf$/;

interface Props {
  file: { id: string; name: string; type: string };
  show: (shown: Shown) => void;
}

/** Opens what a browser shows in the page; the rest is downloaded. */
export function FileName({ file: { id, name, type }, show }: Props) {
  return shownInPage.test(type) ? (
    <button type="button" className="text-link" onClick={() => show({ sort: 'file', id, name, type })}>
      {name}
    </button>
  ) : (
    <a href={`/api/files/${id}?download=true`} download>
      {name}
    </a>
  );
}
