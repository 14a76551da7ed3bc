namespace Slipway.Formats.Dex.Desugaring.Backports;

/// <summary>The replacement for a library method that older devices lack.</summary>
/// <param name="NativeSince">First API level that has the method.</param>
/// <param name="Receiver">Type descriptor of the receiver, the first parameter of the replacement; null for a static method.</param>
/// <param name="Body">Writes the code of a static method with the same parameters, the receiver first.</param>
internal sealed record Backport(int NativeSince, string? Receiver, Action<CodeBuilder> Body);
