package io.verisim.model.id;

import java.util.UUID;

/** Where fresh identifiers come from; passed in, so that tests choose them. */
@FunctionalInterface
public interface IdSource {

    /** A UUID that this source has not given before. */
    UUID next();
}
