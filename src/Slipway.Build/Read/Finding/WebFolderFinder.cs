using Slipway.Protocol.Problems;

namespace Slipway.Build.Read.Finding;

/// <summary>Finds the folder of the web files in the app as given: the top folder itself, or one that a bundler wrote.</summary>
/// <param name="tree">The app as given.</param>
/// <param name="path">Its path as the user gave it, for problems.</param>
/// <param name="notices">Receives a notice when it chose a folder.</param>
internal sealed class WebFolderFinder(IAppTree tree, string path, List<Problem> notices)
{
    // Output folders of tools: bundlers; Next.js; Nuxt; React Router; Flutter; Eleventy and Jekyll; Expo; VitePress.
    private static readonly string[] Outputs =
        ["dist", "build", "www", "out", ".output/public", "build/client", "build/web", "_site", "web-build", ".vitepress/dist", "docs/.vitepress/dist"];

    // Most tools keep templates and files to copy there; Gatsby and Hugo write their output there.
    private const string Public = "public";

    private static readonly (string Package, string Folder)[] Usual =
    [
        ("react-scripts", "build"), ("@vue/cli-service", "dist"), ("next", "out"), ("nuxt", ".output/public"), ("gatsby", Public), ("quasar", "dist/spa"), ("@stencil/core", "www"),
        ("@sveltejs/kit", "build"), ("@react-router/dev", "build/client"), ("@remix-run/dev", "build/client"), ("@docusaurus/core", "build"), ("@11ty/eleventy", "_site"),
        ("@angular/core", "dist"), ("vite", "dist"), ("parcel", "dist"), ("webpack", "dist"),
    ];

    private readonly ProjectFile _project = ProjectFile.Read(tree);
    private Problem? _source;

    /// <summary>The bundler's file that names the folder; null when the folder was found without one.</summary>
    public string? NamedBy { get; private set; }

    /// <summary>Returns the folder; empty for the top of the tree.</summary>
    /// <exception cref="ProblemException">There is no such folder, its page was not built, or several folders qualify.</exception>
    public string Find()
    {
        foreach (var named in ConfiguredOutput.Of(tree))
        {
            if (!HasPage(named.Folder.Value) || !IsBuilt(named.Folder.Value))
                continue;
            NamedBy = named.File;
            return Take(named.Folder.Value, $", which {named.Folder.Where} names");
        }

        var hasIndex = HasPage("");
        var isBuilt = hasIndex && IsBuilt("");
        if (isBuilt && !_project.Exists)
            return "";
        // In a project with a bundler, the index.html at the top is source; the app is what the bundler wrote.
        var folders = Candidates(isBuilt ? Outputs.Take(2) : [.. Outputs, Public]).Where(HasPage).Where(IsBuilt).ToList();
        if (Choose(folders) is { } folder)
            return Take(folder);
        if (isBuilt)
            return "";
        throw new ProblemException(folders.Count > 0
            ? AppProblems.NoStartPage.At(path, $"There is an index.html in each of {string.Join(", ", folders)}.", "Give the folder that you want to build.")
            : PageHint.AddTo(_source ?? AppProblems.NoStartPage.At(path, "There is no index.html, no config.xml and no manifest.", _project.Remedy ?? AppProblems.NoStartPage.Remedy), tree, IsBuilt));
    }

    /// <summary>
    /// Returns the folder of an app whose Cordova project is in a subfolder: that project's www when a build has filled it, otherwise the usual
    /// folder.
    /// </summary>
    /// <exception cref="ProblemException">There is no such folder, its page was not built, or several folders qualify.</exception>
    public string FindBeside(string project)
    {
        var inner = project + "/www";
        return HasPage(inner) && IsBuilt(inner) ? Take(inner) : Find();
    }

    /// <summary>Returns the folder of the web files that a configuration names.</summary>
    /// <exception cref="ProblemException">The folder is outside the project, has no page, or its page was not built.</exception>
    public string Require(Setting named)
    {
        var folder = PathText.Normalise(named.Value) ?? throw new ProblemException(ConfigurationProblems.PathEscape.At(named.Where, $"The folder '{named.Value}' leaves the project."));
        if (!HasPage(folder))
            throw new ProblemException(AppProblems.NoStartPage.At(named.Where, $"There is no index.html in {(folder.Length == 0 ? "the folder" : folder)}.", Correct(named)));
        if (!IsBuilt(folder))
            throw new ProblemException(_source!);
        return folder.Length == 0 ? folder : Take(folder);
    }

    private string Correct(Setting named)
    {
        var other = Candidates([.. Outputs, Public]).FirstOrDefault(folder => HasPage(folder) && IsBuilt(folder));
        return $"{(_project.BuildCommand is { } command ? $"Run {command}" : "Build the web app")}, or correct {named.Where}{(other is null ? "" : $": there is one in {other}")}.";
    }

    private string Take(string folder, string why = "")
    {
        notices.Add(AppProblems.WebFolderChosen.At(folder + "/", $"The app was taken from the folder {folder}{why}."));
        return folder;
    }

    private string? Choose(List<string> folders)
    {
        if (folders.Count < 2)
            return folders.FirstOrDefault();
        foreach (var (_, usual) in Usual.Where(entry => _project.Uses(entry.Package)))
        {
            if (folders.Find(folder => folder == usual || folder.StartsWith(usual + "/", StringComparison.Ordinal)) is { } folder)
                return folder;
        }

        folders.Remove(Public);
        return folders.Count == 1 ? folders[0] : null;
    }

    // Angular writes to dist/NAME/browser, Quasar to dist/spa.
    private IEnumerable<string> Candidates(IEnumerable<string> outputs)
    {
        foreach (var output in outputs)
        {
            yield return output;
            if (output != "dist" || HasPage(output))
                continue;
            foreach (var name in tree.Folders(output))
            {
                yield return $"{output}/{name}";
                if (!HasPage($"{output}/{name}"))
                    yield return $"{output}/{name}/browser";
            }
        }
    }

    private bool HasPage(string folder) => tree.Find(SourceApp.Join(folder, AppReader.StartFile)) is not null;

    private bool IsBuilt(string folder)
    {
        var page = tree.Find(SourceApp.Join(folder, AppReader.StartFile))!;
        if ((SourcePage.Look(page, name => _project.Exists ? tree.Find(SourceApp.Join(folder, name)) : null) ?? LookAtTemplate(page, folder)) is not { } mark)
            return true;
        _source ??= AppProblems.Unbuilt.At($"{page.Path}:{mark.Line}", $"The page {mark.What}.", _project.Remedy ?? AppProblems.Unbuilt.Remedy);
        return false;
    }

    // The page in a folder that a bundler copies unchanged may refer to scripts that the bundler writes beside it later, as Svelte's does.
    private (int Line, string What)? LookAtTemplate(AppFile page, string folder) =>
        folder == Public && _project.Exists && PageParts.Missing(IndexPage.Tags(page), AppReader.StartFile, name => IsThere(folder, name))
            .FirstOrDefault(part => part.IsScript) is { } script
            ? (script.Line, $"loads {script.Address}, which is not there yet")
            : null;

    // A page that was built for a subfolder of a server, as Gatsby does with pathPrefix, counts as built.
    private bool IsThere(string folder, string name) =>
        tree.Find(SourceApp.Join(folder, name)) is not null || tree.Find(SourceApp.Join(folder, name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..])) is not null;
}
