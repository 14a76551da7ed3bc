namespace Slipway.Formats.ClassFile;

/// <summary>
/// Reads class files up to Java 17 (JVMS chapter 4). Checks structure, names, descriptors and constant pool references, but not
/// whether the code is type-safe.
/// </summary>
public static class ClassFileReader
{
    /// <summary>Major version of the newest supported class files: Java 17.</summary>
    public const int NewestMajorVersion = 61;

    internal const string FormatName = "class file";

    private const uint Magic = 0xcafebabe;
    private const int OldestMajorVersion = 45;
    private const int ModuleFlag = 0x8000;

    /// <summary>Reads one class file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="where">Name of the file, for messages.</param>
    /// <param name="texts">Strings that it shares with other classes; null when it is read alone.</param>
    /// <exception cref="ClassFileException">The bytes are not a class file, or it is too new.</exception>
    public static JavaClass Read(ReadOnlySpan<byte> bytes, string? where = null, SharedTexts? texts = null)
    {
        var cursor = new ClassFileCursor(bytes, 0, where);
        if (bytes.Length < 4 || (uint)cursor.S4() != Magic)
            throw cursor.Malformed("the magic number is missing");
        cursor.U2();
        var version = cursor.U2();
        if (version > NewestMajorVersion)
            throw cursor.Malformed("the class file is of a later release than Java 17", ClassFileFault.TooNew);
        if (version < OldestMajorVersion)
            throw cursor.Malformed($"there is no major version {version}");

        var pool = ConstantPool.Read(ref cursor, texts);
        var result = ReadHeader(ref cursor, pool);
        result.MajorVersion = version;
        var members = cursor;
        MemberReader.Skip(ref cursor);
        MemberReader.Skip(ref cursor);
        ClassAttributes.Read(ref cursor, pool, result);
        cursor.ExpectEnd("the file");
        MemberReader.ReadFields(ref members, pool, result);
        MemberReader.ReadMethods(ref members, pool, result);
        return result;
    }

    private static JavaClass ReadHeader(ref ClassFileCursor cursor, ConstantPool pool)
    {
        var access = cursor.U2();
        var name = pool.PlainClassName(cursor.U2());
        var super = cursor.U2();
        var result = new JavaClass { Access = access, Name = name, SuperName = super == 0 ? null : pool.PlainClassName(super) };
        if (result.SuperName is null && name != "java/lang/Object" && (access & ModuleFlag) == 0)
            throw cursor.Malformed("the class has no superclass");
        for (var left = cursor.U2(); left > 0; left--)
            result.Interfaces.Add(pool.PlainClassName(cursor.U2()));
        return result;
    }
}
