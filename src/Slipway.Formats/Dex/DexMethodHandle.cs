namespace Slipway.Formats.Dex;

/// <summary>A method handle (dex-format, method_handle_item; version 038 and later).</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Field">The field of the kinds that get or put; otherwise null.</param>
/// <param name="Method">The method of the kinds that invoke; otherwise null.</param>
public sealed record DexMethodHandle(DexMethodHandleKind Kind, DexFieldReference? Field, DexMethodReference? Method);
