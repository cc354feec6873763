/// What `--self-check` tries, one class a subject; each throws what went wrong, or says in a few words what it saw.
@NullMarked
package io.vestibule.app.command.selfcheck;

import org.jspecify.annotations.NullMarked;
