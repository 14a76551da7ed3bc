using System.Text.Json.Serialization;

namespace Slipway.Worker.Pipe;

/// <summary>What the worker says to a locked-up build.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Order), "order")]
[JsonDerivedType(typeof(IconOrder), "iconOrder")]
[JsonDerivedType(typeof(Icons), "icons")]
[JsonDerivedType(typeof(Key), "key")]
[JsonDerivedType(typeof(Purpose), "purpose")]
[JsonDerivedType(typeof(Signature), "signature")]
[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(Refusal), "refusal")]
internal abstract record HostMessage
{
    /// <summary>Builds a package.</summary>
    public sealed record Order(BuildOrder Build) : HostMessage;

    /// <summary>Draws icons of pictures that are named by their hashes.</summary>
    public sealed record IconOrder(string Pictures, string Out, PipedIcon Icon) : HostMessage;

    /// <summary>Name of drawn icons in <see cref="BuildOrder.Prepared"/>; null when there are none.</summary>
    public sealed record Icons(string? Name) : HostMessage;

    /// <summary>Certificates of the key for Android.</summary>
    public sealed record Key(IReadOnlyList<byte[]> Chain, IReadOnlyList<PipedProblem> Notices) : HostMessage;

    /// <summary>What a package for iOS is for.</summary>
    public sealed record Purpose(PipedSigningPlan Answer) : HostMessage;

    /// <summary>A signature.</summary>
    public sealed record Signature(byte[] Bytes) : HostMessage;

    /// <summary>What was asked for is there.</summary>
    public sealed record Done : HostMessage;

    /// <summary>What was asked for cannot be had.</summary>
    public sealed record Refusal(IReadOnlyList<PipedProblem> Problems) : HostMessage;
}
