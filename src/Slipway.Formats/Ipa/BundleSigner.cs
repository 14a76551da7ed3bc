using Slipway.Formats.CodeSignature.Resources;
using Slipway.Formats.CodeSignature.Writing;
using Slipway.Formats.MachO;
using Slipway.Formats.Plist;

namespace Slipway.Formats.Ipa;

/// <summary>Signs bundles and libraries of a package; code nested in them must be signed already.</summary>
internal sealed class BundleSigner(IpaFiles files, IpaResigning options)
{
    private readonly List<string> _thinned = [];

    public IReadOnlyList<string> Thinned => _thinned;

    /// <summary>Executables of bundles, whose file mode must be executable.</summary>
    public HashSet<string> Programs { get; } = new(StringComparer.Ordinal);

    /// <summary>Signs code that is not a bundle; its identifier comes from the file's name.</summary>
    public void SignFile(string path) => files.Replace(path, Sign(path, isProgram => new CodeSignatureInput
    {
        Identifier = BundleExecutable.IdentifierOf(path),
        TeamId = options.TeamId,
        IsMainExecutable = isProgram,
    }));

    /// <summary>Signs a bundle: profile and entitlements for apps and extensions, the seal, and the executable last.</summary>
    /// <param name="folder">Its folder, with a slash at the end.</param>
    /// <param name="info">Its current Info.plist.</param>
    /// <param name="needsGrant">True for an app or an extension, false for a framework.</param>
    public void SignBundle(string folder, PlistDictionary info, bool needsGrant)
    {
        var executable = folder + BundleExecutable.NameOf(info, folder);
        if (!files.Has(executable))
            throw new IpaException(IpaFault.NoExecutable, "the executable of the bundle is missing", executable);
        var identifier = needsGrant || info.Text("CFBundleIdentifier") is { Length: > 0 } ? IpaLayout.Identifier(info, folder) : BundleExecutable.IdentifierOf(executable);
        var grant = needsGrant ? options.Grants.GetValueOrDefault(identifier) : null;
        if (needsGrant && grant is null)
            throw new IpaException(IpaFault.ExtensionProfile, $"there is no profile for {identifier}", folder);
        files.Remove(name => IsOfSignature(name, folder));
        if (grant is not null)
            files.Replace(folder + IpaNames.Profile, grant.Profile.ToArray());
        var seal = Seal(folder, executable);
        files.Replace(folder + CodeResources.Path, seal);
        files.Replace(executable, Sign(executable, isProgram => new CodeSignatureInput
        {
            Identifier = identifier,
            TeamId = options.TeamId,
            InfoPlist = files.Read(folder + IpaNames.InfoPlist),
            CodeResources = seal,
            Entitlements = grant?.Entitlements,
            IsMainExecutable = isProgram,
        }));
        Programs.Add(executable);
    }

    /// <summary>Returns true for files that belong only to the old signature or to the store; the seal itself is replaced.</summary>
    private static bool IsOfSignature(string name, string folder) =>
        name.StartsWith(folder + "SC_Info/", StringComparison.Ordinal)
        || (name.StartsWith(folder + "_CodeSignature/", StringComparison.Ordinal) && name != folder + CodeResources.Path);

    private byte[] Seal(string folder, string executable)
    {
        var inside = files.Names.Where(name => name.StartsWith(folder, StringComparison.Ordinal) && name != executable && name != folder + CodeResources.Path);
        try
        {
            return CodeResources.Write(inside.Select(name => files.Hash(name) with { Path = name[folder.Length..] }).ToList());
        }
        catch (ArgumentException inexpressible)
        {
            throw new IpaException(IpaFault.Name, "the name of a file cannot be written as XML", folder, inexpressible);
        }
    }

    private byte[] Sign(string path, Func<bool, CodeSignatureInput> input)
    {
        try
        {
            ReadOnlyMemory<byte> file = files.Read(path);
            var thin = FatBinary.Thin(file, name: path);
            var image = MachOReader.Read(thin);
            if (image.CpuType != MachOImage.Arm64)
                throw new IpaException(IpaFault.NoSlice, "the code is not for 64-bit ARM", path);
            if (image.Build?.Platform == MachOBuild.IosSimulator)
                throw new IpaException(IpaFault.Simulator, "the code is for the simulator", path);
            if (FatBinary.IsFat(file.Span))
                _thinned.Add(path);
            return CodeSigner.Sign(thin, input(image.FileType == MachOImage.Executable), options.Options);
        }
        catch (MachOException broken)
        {
            throw new IpaException(broken.Fault == MachOFault.NoSlice ? IpaFault.NoSlice : IpaFault.Code, broken.Reason, path, broken);
        }
        catch (CodeSigningException refused) when (refused.Fault is CodeSigningFault.Encrypted or CodeSigningFault.NoRoom or CodeSigningFault.UnsuitableLayout)
        {
            throw new IpaException(refused.Fault == CodeSigningFault.Encrypted ? IpaFault.Encrypted : IpaFault.Code, refused.Message, path, refused);
        }
    }
}
