package org.saleskpi.intake;

/** Is told how far the reading of a folder has come. */
public interface Progress {

    /** Does nothing with it. */
    Progress NONE = new Progress() {
        @Override
        public void start(long bytes) {}

        @Override
        public void reading(String file) {}

        @Override
        public void read(long bytes) {}
    };

    /**
     * Reading starts.
     *
     * @param bytes how many bytes will be read about; those of a file that is read twice count twice
     */
    void start(long bytes);

    /**
     * A file is begun.
     *
     * @param file its name
     */
    void reading(String file);

    /**
     * Something was read.
     *
     * @param bytes how many bytes
     */
    void read(long bytes);
}
