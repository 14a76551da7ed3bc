namespace Slipway.Formats.Dex.Reading;

/// <summary>Resolves indices to strings, types, prototypes, fields, methods, method handles and call sites.</summary>
internal sealed class DexTables
{
    private readonly DexInput _input;
    private readonly string[] _strings;
    private readonly string[] _types;
    private readonly string[] _protos;
    private readonly DexFieldReference[] _fields;
    private readonly DexMethodReference[] _methods;
    private readonly DexMap _map;

    public DexTables(DexInput input, DexHeader header)
    {
        _input = input;
        _strings = ReadAll(header.Strings, 4, ReadString);
        _types = ReadAll(header.Types, 4, offset => Descriptor(String(input.Count(offset), offset), offset));
        _protos = ReadAll(header.Protos, 12, ReadProto);
        _fields = ReadAll(header.Fields, 8, offset => new DexFieldReference(
            ClassOf(offset), Named(String(input.Count(offset + 4), offset), false, offset), NotVoid(Type(input.UInt16(offset + 2), offset), offset)));
        _methods = ReadAll(header.Methods, 8, offset => new DexMethodReference(
            ClassOf(offset), Named(String(input.Count(offset + 4), offset), true, offset), Proto(input.UInt16(offset + 2), offset)));
        _map = new DexMap(input, header, this);
    }

    public string String(int index, int offset) => At(_strings, index, "string", offset);

    public string Type(int index, int offset) => At(_types, index, "type", offset);

    public string Proto(int index, int offset) => At(_protos, index, "prototype", offset);

    public DexFieldReference Field(int index, int offset) => At(_fields, index, "field", offset);

    public DexMethodReference Method(int index, int offset) => At(_methods, index, "method", offset);

    public DexMethodHandle MethodHandle(int index, int offset) => At(_map.MethodHandles, index, "method handle", offset);

    public DexCallSite CallSite(int index, int offset) => At(_map.CallSites, index, "call site", offset);

    /// <summary>Returns an optional type; the index is NO_INDEX when there is none.</summary>
    public string? TypeOrNone(int offset) => _input.Int32(offset) == -1 ? null : NotVoid(Type(_input.Count(offset), offset), offset);

    /// <summary>Reads a type_list; offset zero means an empty list.</summary>
    public string[] TypeList(int offset)
    {
        if (offset == 0)
            return [];

        var count = _input.Count(offset);
        _input.Slice(offset + 4, (int)Math.Min(count * 2L, int.MaxValue));
        _input.Charge(count * 2L, offset);
        var types = new string[count];
        for (var i = 0; i < count; i++)
            types[i] = NotVoid(Type(_input.UInt16(offset + 4 + (2 * i)), offset), offset);

        return types;
    }

    private T At<T>(T[] table, int index, string what, int offset) =>
        (uint)index < (uint)table.Length ? table[index] : throw _input.Malformed($"there is no {what} {index}", offset);

    private static T[] ReadAll<T>(DexTable table, int itemSize, Func<int, T> read)
    {
        var all = new T[table.Count];
        for (var i = 0; i < all.Length; i++)
            all[i] = read(table.Offset + (i * itemSize));

        return all;
    }

    private string ReadString(int offset)
    {
        var cursor = new DexCursor(_input, _input.Count(offset));
        var units = cursor.Unsigned();
        var rest = _input.Bytes[Math.Min(cursor.Offset, _input.Length)..];
        var length = rest.IndexOf((byte)0);
        _input.Charge(Math.Max(length, 0), offset);
        var text = length < 0 ? null : ModifiedUtf8.TryDecode(rest[..length]);
        return text?.Length == units ? text : throw _input.Malformed("a string is not well-formed", cursor.Offset);
    }

    private string ReadProto(int offset)
    {
        var returns = Type(_input.Count(offset + 4), offset);
        var parameters = TypeList(_input.Count(offset + 8));
        var length = parameters.Sum(type => (long)type.Length) + returns.Length + 2;
        _input.Charge(length, offset);
        var descriptor = $"({string.Concat(parameters)}){returns}";
        return JavaDescriptor.IsMethod(descriptor) ? descriptor : throw _input.Malformed("a prototype takes too many arguments", offset);
    }

    private string ClassOf(int offset)
    {
        var type = Type(_input.UInt16(offset), offset);
        return type[0] is 'L' or '[' ? type : throw _input.Malformed("a member belongs to a type that has none", offset);
    }

    private string Named(string name, bool isMethod, int offset) =>
        (isMethod ? JavaDescriptor.IsMethodName(name) : JavaDescriptor.IsMemberName(name)) ? name : throw _input.Malformed("a member has no usable name", offset);

    private string Descriptor(string text, int offset) =>
        text == "V" || JavaDescriptor.IsType(text) ? text : throw _input.Malformed("a type is not well-formed", offset);

    private string NotVoid(string type, int offset) => type != "V" ? type : throw _input.Malformed("void stands where a type is needed", offset);
}
