using Slipway.Build.Read.Finding;
using Slipway.Formats.Xml;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Read;

/// <summary>Finds the config.xml of a Cordova project among the files with that name.</summary>
internal static class ConfigFinder
{
    private const string File = "config.xml";

    // Cordova 2 kept it there, and Cordova still reads it there when there is none above (cordova-common, ConfigParser).
    private const string OldFile = "www/config.xml";

    // Quasar and vue-cli-plugin-cordova; Framework7.
    private static readonly string[] InnerFolders = ["src-cordova", "cordova"];

    private const int Looked = 1 << 16;

    /// <summary>Reads the configuration; returns null when there is none.</summary>
    /// <param name="tree">The app as given.</param>
    /// <param name="dialect">Names of elements and attributes for the platform.</param>
    /// <param name="notices">Receives a notice when a file with this name is something else.</param>
    /// <exception cref="ProblemException">The file is a Cordova configuration and cannot be read.</exception>
    public static CordovaConfig? Find(IAppTree tree, CordovaDialect dialect, List<Problem> notices)
    {
        if (tree.Find(File) is { } file && Read(file, dialect, notices) is { } config)
            return config;
        if (tree.Find(AppReader.StartFile) is null && tree.Find(OldFile) is { } old)
            return Read(old, dialect, notices);
        return tree.Find(ProjectFile.Name) is null ? null : FindInner(tree, dialect);
    }

    private static CordovaConfig? FindInner(IAppTree tree, CordovaDialect dialect)
    {
        foreach (var folder in InnerFolders)
        {
            if (tree.Find(SourceApp.Join(folder, File)) is { } file && Read(file, dialect, []) is { } config)
                return config with { Folder = folder };
        }

        return null;
    }

    private static CordovaConfig? Read(AppFile file, CordovaDialect dialect, List<Problem> notices)
    {
        if (!MayBeWidget(file))
        {
            notices.Add(ConfigurationProblems.NotAWidget.At(file.Path, "The file is not the configuration of a Cordova app; it is treated as a file of the web app."));
            return null;
        }

        var bytes = file.ReadAll(SafeXml.MaxBytes)
            ?? throw new ProblemException(ConfigurationProblems.XmlTooComplex.At(file.Path, "The document is too large."));
        if (CordovaConfigReader.Read(bytes, file.Path, dialect, out var root) is { } config)
            return config;
        notices.Add(ConfigurationProblems.NotAWidget.At(file.Path, $"The outermost element is <{root}>, so the file is treated as a file of the web app."));
        return null;
    }

    // A config.xml of another program may have a document type or be malformed; a build does not report that.
    private static bool MayBeWidget(AppFile file)
    {
        using var stream = file.Open();
        var head = new byte[Math.Min(file.Length, Looked)];
        var text = head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        return text.IndexOf("widget"u8) >= 0 || text.IndexOf("w\0i\0d\0g\0e\0t"u8) >= 0;
    }
}
