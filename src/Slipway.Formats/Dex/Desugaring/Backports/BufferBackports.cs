using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring.Backports;

/// <summary>
/// Methods of java.nio.Buffer for which the typed buffers have a narrower result since Java 9: code compiled for 9 or later names
/// <c>ByteBuffer.flip()ByteBuffer</c>, which older devices have only as <c>Buffer.flip()Buffer</c>.
/// </summary>
internal static class BufferBackports
{
    private const string Buffer = "java/nio/Buffer";

    public static void AddTo(BackportTable table)
    {
        foreach (var kind in (string[])["Byte", "Char", "Short", "Int", "Long", "Float", "Double"])
        {
            var owner = $"java/nio/{kind}Buffer";
            foreach (var name in (string[])["mark", "reset", "clear", "flip", "rewind"])
                Add(table, owner, name, "");
            Add(table, owner, "position", "I");
            Add(table, owner, "limit", "I");
        }
    }

    /// <summary>
    /// The level is a cautious estimate, because the source of the other levels does not have it; the replacement works on every
    /// level.
    /// </summary>
    private static void Add(BackportTable table, string owner, string name, string parameter) =>
        table.Virtual(34, owner, name, $"({parameter})L{owner};", c =>
        {
            c.ALoad(0);
            if (parameter.Length > 0)
                c.ILoad(1);
            c.InvokeVirtual(Buffer, name, $"({parameter})Ljava/nio/Buffer;").Op(JvmOpcode.Pop).ALoad(0).Return(JvmType.Object);
        });
}
