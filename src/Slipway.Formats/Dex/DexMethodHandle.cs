namespace Slipway.Formats.Dex;

/// <summary>A method handle (dex-format, method_handle_item; version 038 and later).</summary>
/// <param name="Kind">The operation.</param>
/// <param name="Field">The field, for kinds that read or write one; otherwise null.</param>
/// <param name="Method">The method, for kinds that invoke one; otherwise null.</param>
public sealed record DexMethodHandle(DexMethodHandleKind Kind, DexFieldReference? Field, DexMethodReference? Method);
