/// Ports to a face collection, to picture analysis and to a photo bucket, and their adapters, with typed failures and
/// one rate limiter. Handles ids and bytes, never data of people. Imports only `base` and `settings`.
@NullMarked
package io.vestibule.cloud;

import org.jspecify.annotations.NullMarked;
