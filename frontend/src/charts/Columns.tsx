import { useRef, useState } from 'react';
import { useMessages } from '../i18n/language';
import styles from './Columns.module.css';
import { useSize } from './useSize';

export interface Segment {
  key: string;
  value: number;
  colour: string;
  opacity?: number;
  /** What its tooltip says, line by line. */
  words: string[];
}

export interface Column {
  key: string;
  label: string;
  /** From the bottom up. */
  segments: Segment[];
}

const TOP = 12;
const BOTTOM = 24;
const CHARACTER = 7;
const GAP = 6;
const WIDEST = 72;

/** Columns side by side, of one segment or several. Where there is no pointer, the first tap shows a value and the second chooses. */
export function Columns(props: {
  label: string;
  columns: Column[];
  ticks: number[];
  tickLabel: (tick: number) => string;
  height: string;
  onChoose?: (column: string) => void;
}) {
  const { common } = useMessages();
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const [active, setActive] = useState<{ column: string; segment: string }>();
  const { columns, ticks, onChoose } = props;
  const left = Math.max(...ticks.map((tick) => props.tickLabel(tick).length)) * CHARACTER + GAP;
  const pitch = (width - left) / Math.max(1, columns.length);
  const thickness = Math.min(WIDEST, pitch * 0.8);
  const ground = height - BOTTOM;
  const y = (value: number) => ground - (value / ticks.at(-1)!) * (ground - TOP);
  const middle = (index: number) => left + (index + 0.5) * pitch;
  const longest = Math.max(...columns.map((column) => column.label.length));
  const labelled = Math.max(1, Math.ceil((longest * CHARACTER + 2 * GAP) / pitch));
  const activeIndex = columns.findIndex((column) => column.key === active?.column);
  const activeSegment = columns[activeIndex]?.segments.find((segment) => segment.key === active?.segment);

  function choose(column: Column, segment: Segment) {
    const isFirstTap = isTouched() && (active?.column !== column.key || active.segment !== segment.key);
    setActive({ column: column.key, segment: segment.key });
    if (!isFirstTap) onChoose?.(column.key);
  }

  return (
    <div
      ref={frame}
      role="img"
      aria-label={common.chartOf(props.label)}
      className={styles.chart}
      style={{ height: props.height }}
      onPointerLeave={() => !isTouched() && setActive(undefined)}
    >
      <svg width={width} height={height} aria-hidden="true">
        {ticks.map((tick) => (
          <Tick key={tick} label={props.tickLabel(tick)} y={y(tick)} left={left} right={width} />
        ))}
        {columns.map((column, index) => {
          let below = 0;
          const isBar = column.segments.length === 1;
          return (
            <g
              key={column.key}
              className={styles.column}
              data-active={index === activeIndex || undefined}
              data-choosable={onChoose !== undefined || undefined}
            >
              <rect className={styles.room} x={left + index * pitch} y={TOP} width={pitch} height={ground - TOP} />
              {column.segments.map((segment) => {
                const bottom = y(below);
                below += segment.value;
                return (
                  <g
                    key={segment.key}
                    onPointerEnter={() => !isTouched() && setActive({ column: column.key, segment: segment.key })}
                    onClick={() => choose(column, segment)}
                  >
                    {isBar && <rect className={styles.hit} x={left + index * pitch} width={pitch} height={height} />}
                    <rect
                      className={styles.segment}
                      x={middle(index) - thickness / 2}
                      y={y(below)}
                      width={thickness}
                      height={Math.max(0, bottom - y(below))}
                      rx={isBar ? Math.min(3, thickness / 4) : 0}
                      style={{ fill: segment.colour, opacity: segment.opacity }}
                    />
                  </g>
                );
              })}
              {(columns.length - 1 - index) % labelled === 0 && (
                <text
                  className={styles.label}
                  x={Math.min(middle(index), width - (column.label.length * CHARACTER) / 2)}
                  y={height - 7}
                >
                  {column.label}
                </text>
              )}
            </g>
          );
        })}
        <line className={styles.ground} x1={left} x2={width} y1={ground} y2={ground} />
      </svg>
      {activeSegment && <Tooltip at={middle(activeIndex)} width={width} words={activeSegment.words} />}
    </div>
  );
}

function Tick({ label, y, left, right }: { label: string; y: number; left: number; right: number }) {
  return (
    <g className={styles.tick}>
      <line x1={left} x2={right} y1={y} y2={y} />
      <text x={left - GAP} y={y + 4}>
        {label}
      </text>
    </g>
  );
}

/** Beside what is pointed at, on the side where there is room. */
function Tooltip({ at, width, words }: { at: number; width: number; words: string[] }) {
  const side = at < width / 2 ? { left: at + GAP } : { right: width - at + GAP };
  return (
    <div className={styles.tooltip} style={side}>
      {words.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}

const isTouched = (): boolean => window.matchMedia('(hover: none)').matches;
