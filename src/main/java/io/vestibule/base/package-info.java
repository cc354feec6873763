/// Types that every package shares: problems, progress, ids, and the two rules about threads: processor work
/// runs in [io.vestibule.base.CpuPool], and no thread is interrupted inside
/// [io.vestibule.base.InterruptShield#shielded]. No business logic; imports no other package.
@NullMarked
package io.vestibule.base;

import org.jspecify.annotations.NullMarked;
