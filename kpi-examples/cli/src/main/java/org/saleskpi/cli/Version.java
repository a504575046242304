package org.saleskpi.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the command, as its jar states it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"kpi " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
}
