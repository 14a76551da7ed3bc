using Slipway.Build.Resources.Compile;
using Slipway.Build.Resources.Icons;
using Slipway.Formats.Arsc;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Resources;

/// <summary>Makes the manifest, the resource table and the resource files of an app. The same input results in the same bytes.</summary>
public static class AndroidResources
{
    /// <summary>Makes the files.</summary>
    /// <param name="input">The app.</param>
    /// <returns>The files for the package.</returns>
    /// <exception cref="IconException">No picture of the icon can be used.</exception>
    public static AndroidResourceSet Compile(AndroidResourceInput input) => Compile(input, AppIcons.Render(input.Icon).Files, []);

    /// <summary>Makes the files with icons that are already drawn.</summary>
    /// <param name="input">The app.</param>
    /// <param name="icons">The result of <see cref="AppIcons.Render"/> for the icon of the app.</param>
    /// <param name="notices">Receives notices of changes that the manifest ignores.</param>
    /// <returns>The files for the package.</returns>
    public static AndroidResourceSet Compile(AndroidResourceInput input, IReadOnlyList<ResourceFile> icons, ICollection<Problem> notices)
    {
        var compiled = ResourceCompiler.Compile(input.Package, input.MinSdk, [.. icons, .. AppValues.Files(input)], AppManifest.Document(input, notices));
        PackagedResource[] files =
        [
            new("AndroidManifest.xml", compiled.Manifest, Compress: true),
            new("resources.arsc", ResourceTableWriter.Write(compiled.Table), Compress: false),
            .. compiled.Files,
        ];
        return new AndroidResourceSet([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }
}

/// <summary>The files of a package that <see cref="AndroidResources"/> makes, in ordinal order of their paths.</summary>
/// <param name="Files">Manifest, table and resource files.</param>
public sealed record AndroidResourceSet(IReadOnlyList<PackagedResource> Files);

/// <summary>A file of the package that holds resources.</summary>
/// <param name="Path">Its path in the package.</param>
/// <param name="Bytes">The content.</param>
/// <param name="Compress">False when the content must be stored as it is.</param>
public sealed record PackagedResource(string Path, ReadOnlyMemory<byte> Bytes, bool Compress);
