/** Text for synthetic records: invented people, and free text from a source that may be offline or a language model. */
@NullMarked
package io.verisim.text;

import org.jspecify.annotations.NullMarked;
