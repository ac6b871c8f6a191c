import classes from './act.module.css';

/** In full sentences: who gets what, which clock starts, what can't be taken back. */
export function Consequences({ sentences, verb }: { sentences: readonly string[]; verb: string }) {
  if (sentences.length === 0) return null;
  return (
    <section className={classes['consequences']} aria-labelledby="consequences">
      <h3 id="consequences">{`点“${verb}”以后`}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
