package redflag.cli;

import picocli.CommandLine.IVersionProvider;

/** The program's version, as the jar states it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"redflag " + (version == null ? "(not packaged)" : version)};
    }
}
