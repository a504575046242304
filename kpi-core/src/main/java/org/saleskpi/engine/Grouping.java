package org.saleskpi.engine;

/** By whose keys facts are grouped. */
enum Grouping {
    /** By the fact's own, else its customer's. */
    BY_OWN_KEYS,
    /** By the customer's: for what is anchored on customers. */
    BY_KEYS_OF_CUSTOMER
}
