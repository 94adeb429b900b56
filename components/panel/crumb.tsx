import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './crumb.module.css';

/** The head of a screen that was opened from another one: the way back, what it is, and whose. */
export function Crumb({
  back,
  onBack,
  title,
  location,
  children,
}: {
  /** Where the way back leads. */
  back: string;
  onBack: () => void;
  title: string;
  /** The location's name: always in sight while editing. */
  location: string;
  /** Buttons at the end. */
  children?: ReactNode;
}) {
  return (
    <header className={styles.crumb}>
      <IconButton label={back} icon={<ChevronLeft className={styles.back} />} onClick={onBack} />
      <div className={styles.what}>
        <h1 className={styles.title} dir="auto" title={title}>
          {title}
        </h1>
        <p className={styles.location} dir="auto">
          {location}
        </p>
      </div>
      {children}
    </header>
  );
}
