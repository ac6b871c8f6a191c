import { useEffect, useState } from 'react';

/** The pages of a paper as images, so that nothing inside a paper can run. */
export function PaperPages({ pages, name }: { pages: readonly string[]; name: string }) {
  return pages.map((page, index) => (
    <Page key={index} svg={page} alt={`${name} 第${index + 1}页，共${pages.length}页`} />
  ));
}

function Page({ svg, alt }: { svg: string; alt: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return <img {...(address ? { src: address } : {})} alt={alt} />;
}
