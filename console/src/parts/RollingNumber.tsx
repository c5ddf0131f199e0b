import styles from './rolling.module.css';

const digits = '0123456789';

/** Text whose digits roll to their new value when, and only when, it changes. */
export function RollingNumber({ text }: { text: string }) {
  const characters = [...text];
  return (
    <span className={styles.rolling}>
      <span className="visually-hidden">{text}</span>
      <span aria-hidden="true" className="num">
        {characters.map((character, index) => {
          const place = characters.length - index;
          const digit = digits.indexOf(character);
          return digit < 0 ? (
            <span key={`${place}${character}`}>{character}</span>
          ) : (
            <span key={place} className={styles.window}>
              <span className={styles.wheel} style={{ transform: `translateY(${-digit * 10}%)` }}>
                {[...digits].map((each) => (
                  <span key={each}>{each}</span>
                ))}
              </span>
            </span>
          );
        })}
      </span>
    </span>
  );
}
