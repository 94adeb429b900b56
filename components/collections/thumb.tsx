import { useState } from 'react';
import { hueOf, initialsOf } from '../../lib/panel/collections-view.ts';
import styles from './thumb.module.css';

/** A small picture, or initials on a colour that stays with the name. */
export function Thumb({ name, image }: { name: string; image: string }) {
  const [broken, setBroken] = useState('');
  const shown = /^https:/i.test(image) && broken !== image;
  return (
    <span className={styles.thumb} style={{ background: `hsl(${hueOf(name)} 40% 50% / 0.18)` }} aria-hidden>
      {shown ? (
        <img
          src={image}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setBroken(image)}
        />
      ) : (
        initialsOf(name)
      )}
    </span>
  );
}
