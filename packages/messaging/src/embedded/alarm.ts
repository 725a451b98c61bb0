import type { Clock } from '@intexuraos/kernel';

/** Any number of appointments, at most one timer. */
export interface Alarm {
  /** Calls `task` at `time` (Unix milliseconds) or soon after; a time in the past means soon. */
  at(time: number, task: () => void): void;
  /** Forgets all appointments, also those made later. */
  stop(): void;
}

interface Appointment {
  readonly time: number;
  readonly task: () => void;
}

export function createAlarm(clock: Clock): Alarm {
  const appointments: Appointment[] = [];
  let armedFor = Number.POSITIVE_INFINITY;
  let timer = new AbortController();
  let stopped = false;

  function arm(): void {
    const next = appointments[0];
    if (stopped || next === undefined || next.time >= armedFor) return;
    timer.abort();
    timer = new AbortController();
    armedFor = next.time;
    clock.sleep(Math.max(0, next.time - clock.now()), timer.signal).then(ring, () => undefined);
  }

  function ring(): void {
    armedFor = Number.POSITIVE_INFINITY;
    const now = clock.now();
    for (let next = appointments[0]; next !== undefined && next.time <= now; next = appointments[0]) {
      removeFirst(appointments);
      next.task();
    }
    arm();
  }

  return {
    at(time, task) {
      if (stopped) return;
      insert(appointments, { time, task });
      arm();
    },
    stop() {
      stopped = true;
      timer.abort();
      appointments.length = 0;
    },
  };
}

/** `heap` is a binary heap: the parent of `index` is `(index - 1) >> 1`, the earliest is first. */
function insert(heap: Appointment[], added: Appointment): void {
  let index = heap.length;
  for (let up = (index - 1) >> 1; index > 0; index = up, up = (index - 1) >> 1) {
    const parent = heap[up];
    if (parent === undefined || parent.time <= added.time) break;
    heap[index] = parent;
  }
  heap[index] = added;
}

function removeFirst(heap: Appointment[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let index = 0;
  for (;;) {
    const [left, right] = [heap[2 * index + 1], heap[2 * index + 2]];
    const child = right !== undefined && left !== undefined && right.time < left.time ? right : left;
    if (child === undefined || last.time <= child.time) break;
    heap[index] = child;
    index = 2 * index + (child === right ? 2 : 1);
  }
  heap[index] = last;
}
