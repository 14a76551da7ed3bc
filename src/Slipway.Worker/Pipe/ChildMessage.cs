using System.Text.Json.Serialization;
using Slipway.Build.Shell;

namespace Slipway.Worker.Pipe;

/// <summary>What a locked-up build says to the worker. The worker believes nothing of it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Ready), "ready")]
[JsonDerivedType(typeof(Progress), "progress")]
[JsonDerivedType(typeof(KeyWanted), "key")]
[JsonDerivedType(typeof(PurposeWanted), "purpose")]
[JsonDerivedType(typeof(SignatureWanted), "signature")]
[JsonDerivedType(typeof(ShellWanted), "shell")]
[JsonDerivedType(typeof(DeflatedWanted), "deflated")]
[JsonDerivedType(typeof(IconsWanted), "icons")]
[JsonDerivedType(typeof(Drawn), "drawn")]
[JsonDerivedType(typeof(Finished), "finished")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(Failed), "failed")]
internal abstract record ChildMessage
{
    /// <summary>It has started and takes an order.</summary>
    public sealed record Ready : ChildMessage;

    /// <summary>What it does now.</summary>
    public sealed record Progress(string Text) : ChildMessage;

    /// <summary>Asks for the public half of the key for Android.</summary>
    public sealed record KeyWanted : ChildMessage;

    /// <summary>Asks what a package for iOS is for.</summary>
    public sealed record PurposeWanted(string BundleId) : ChildMessage;

    /// <summary>Asks for a signature.</summary>
    public sealed record SignatureWanted(string Algorithm, byte[] Hash) : ChildMessage;

    /// <summary>Asks for a shell that is not in the cache.</summary>
    public sealed record ShellWanted(ShellRequest Shell) : ChildMessage;

    /// <summary>Asks to be told when the app's files are in the cache of deflated contents.</summary>
    public sealed record DeflatedWanted : ChildMessage;

    /// <summary>Asks for drawn icons.</summary>
    public sealed record IconsWanted(PipedIcon Icon) : ChildMessage;

    /// <summary>The icons are drawn.</summary>
    public sealed record Drawn : ChildMessage;

    /// <summary>The package is made.</summary>
    public sealed record Finished(BuildResult Result) : ChildMessage;

    /// <summary>There is no package, and this is why.</summary>
    public sealed record Refused(IReadOnlyList<PipedProblem> Problems) : ChildMessage;

    /// <summary>Something happened that is nobody's input.</summary>
    public sealed record Failed(ChildFault Fault, string Text) : ChildMessage;
}

/// <summary>Why a build broke off.</summary>
internal enum ChildFault
{
    /// <summary>A fault of Slipway.</summary>
    Fault,

    /// <summary>No memory was left.</summary>
    Memory,

    /// <summary>No space was left.</summary>
    Disk,

    /// <summary>A file became larger than it may.</summary>
    Size,
}
