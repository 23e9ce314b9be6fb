import styles from "./page.module.css";

/** Why a form was not taken; read out when it appears. */
export function Problem({ sentence }: { sentence: string | undefined }) {
  return (
    <div role="alert" className={styles.alert}>
      {sentence !== undefined && <p className={styles.problem}>{sentence}</p>}
    </div>
  );
}
