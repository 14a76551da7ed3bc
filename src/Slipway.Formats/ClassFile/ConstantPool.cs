namespace Slipway.Formats.ClassFile;

/// <summary>The constant pool (JVMS 4.4). Entries are resolved on first use and then shared.</summary>
internal sealed class ConstantPool
{
    private readonly ConstantTag[] _tags;
    private readonly long[] _raw;
    private readonly object?[] _resolved;
    private readonly string? _where;

    private ConstantPool(int count, string? where)
    {
        _tags = new ConstantTag[count];
        _raw = new long[count];
        _resolved = new object?[count];
        _where = where;
        Dynamics = new DynamicConstants(this);
    }

    /// <summary>Constants that name a bootstrap method.</summary>
    public DynamicConstants Dynamics { get; }

    public static ConstantPool Read(ref ClassFileCursor cursor, SharedTexts? texts)
    {
        var count = cursor.U2();
        if (count == 0)
            throw cursor.Malformed("the constant pool has no entry 0");
        var pool = new ConstantPool(count, cursor.Where);
        for (var i = 1; i < count; i++)
        {
            pool.ReadEntry(ref cursor, i, texts);
            if (pool._tags[i] is ConstantTag.Long or ConstantTag.Double && ++i == count)
                throw cursor.Malformed("a wide constant ends beyond the constant pool");
        }

        return pool;
    }

    public ConstantTag Tag(int index) => (uint)index < (uint)_tags.Length ? _tags[index] : ConstantTag.Unusable;

    public string Utf8(int index)
    {
        Expect(index, ConstantTag.Utf8);
        return (string)_resolved[index]!;
    }

    public string? OptionalUtf8(int index) => index == 0 ? null : Utf8(index);

    /// <summary>Internal name or array descriptor.</summary>
    public string ClassName(int index)
    {
        Expect(index, ConstantTag.Class);
        return (string)(_resolved[index] ??= ResolveClassName(index));
    }

    public string? OptionalClassName(int index) => index == 0 ? null : ClassName(index);

    /// <summary>Internal name; an array is refused.</summary>
    public string PlainClassName(int index)
    {
        var name = ClassName(index);
        return name[0] != '[' ? name : throw Malformed($"constant {index} names an array where a class must be");
    }

    public (string Name, string Descriptor) NameAndType(int index)
    {
        Expect(index, ConstantTag.NameAndType);
        return (Utf8(High(index)), Utf8(Low(index)));
    }

    public MemberReference Member(int index)
    {
        if (Tag(index) is not (ConstantTag.Fieldref or ConstantTag.Methodref or ConstantTag.InterfaceMethodref))
            throw Malformed($"constant {index} is not a member");
        return (MemberReference)(_resolved[index] ??= ResolveMember(index));
    }

    public MethodHandleConstant MethodHandle(int index)
    {
        Expect(index, ConstantTag.MethodHandle);
        return (MethodHandleConstant)(_resolved[index] ??= ResolveMethodHandle(index));
    }

    /// <summary>Returns a loadable constant, in the form that <see cref="JvmInstruction.Symbol"/> documents.</summary>
    public object Loadable(int index) => Tag(index) switch
    {
        ConstantTag.Integer => _resolved[index] ??= (int)_raw[index],
        ConstantTag.Float => _resolved[index] ??= BitConverter.Int32BitsToSingle((int)_raw[index]),
        ConstantTag.Long => _resolved[index] ??= _raw[index],
        ConstantTag.Double => _resolved[index] ??= BitConverter.Int64BitsToDouble(_raw[index]),
        ConstantTag.String => _resolved[index] ??= Utf8(Low(index)),
        ConstantTag.Class => new ClassConstant(ClassName(index)),
        ConstantTag.MethodType => _resolved[index] ??= ResolveMethodType(index),
        ConstantTag.MethodHandle => MethodHandle(index),
        ConstantTag.Dynamic => Dynamics.Constant(index),
        _ => throw Malformed($"constant {index} cannot be loaded"),
    };

    public int High(int index) => (int)(_raw[index] >> 16);

    public int Low(int index) => (int)(_raw[index] & 0xffff);

    public void Expect(int index, ConstantTag tag)
    {
        if (Tag(index) != tag)
            throw Malformed($"constant {index} is not of the kind {tag}");
    }

    public ClassFileException Malformed(string reason) => new(ClassFileFault.Malformed, reason, entry: _where);

    private void ReadEntry(ref ClassFileCursor cursor, int index, SharedTexts? texts)
    {
        var tag = (ConstantTag)cursor.U1();
        _tags[index] = tag;
        switch (tag)
        {
            case ConstantTag.Utf8:
                var text = ModifiedUtf8.TryDecode(cursor.Take(cursor.U2())) ?? throw cursor.Malformed($"constant {index} is not valid text");
                _resolved[index] = texts?.Share(text) ?? text;
                break;
            case ConstantTag.Integer or ConstantTag.Float:
                _raw[index] = cursor.S4();
                break;
            case ConstantTag.Long or ConstantTag.Double:
                _raw[index] = cursor.S8();
                break;
            case ConstantTag.Class or ConstantTag.String or ConstantTag.MethodType or ConstantTag.Module or ConstantTag.Package:
                _raw[index] = cursor.U2();
                break;
            case ConstantTag.MethodHandle:
                _raw[index] = ((long)cursor.U1() << 16) | (uint)cursor.U2();
                break;
            case ConstantTag.Fieldref or ConstantTag.Methodref or ConstantTag.InterfaceMethodref or ConstantTag.NameAndType
                or ConstantTag.Dynamic or ConstantTag.InvokeDynamic:
                _raw[index] = ((long)cursor.U2() << 16) | (uint)cursor.U2();
                break;
            default:
                throw cursor.Malformed($"constant {index} has the unknown tag {(int)tag}");
        }
    }

    private string ResolveClassName(int index)
    {
        var name = Utf8(Low(index));
        var valid = name.StartsWith('[') ? JavaDescriptor.IsType(name) : JavaDescriptor.IsClassName(name);
        return valid ? name : throw Malformed($"constant {index} is not a name of a class");
    }

    private MemberReference ResolveMember(int index)
    {
        var owner = ClassName(High(index));
        var (name, descriptor) = NameAndType(Low(index));
        var valid = _tags[index] == ConstantTag.Fieldref
            ? JavaDescriptor.IsMemberName(name) && JavaDescriptor.IsType(descriptor)
            : JavaDescriptor.IsMethodName(name) && name != "<clinit>" && JavaDescriptor.IsMethod(descriptor);
        if (!valid)
            throw Malformed($"constant {index} does not name a member: {name} {descriptor}");
        return new MemberReference(owner, name, descriptor, _tags[index] == ConstantTag.InterfaceMethodref);
    }

    private MethodHandleConstant ResolveMethodHandle(int index)
    {
        var kind = (MethodHandleKind)High(index);
        var member = Member(Low(index));
        var isField = Tag(Low(index)) == ConstantTag.Fieldref;
        var isConstructor = member.Name == "<init>";
        if (kind is < MethodHandleKind.GetField or > MethodHandleKind.InvokeInterface
            || isField != kind <= MethodHandleKind.PutStatic
            || isConstructor != (kind == MethodHandleKind.NewInvokeSpecial))
        {
            throw Malformed($"constant {index} is a method handle whose kind does not match its member");
        }
        return new MethodHandleConstant(kind, member);
    }

    private MethodTypeConstant ResolveMethodType(int index)
    {
        var descriptor = Utf8(Low(index));
        return JavaDescriptor.IsMethod(descriptor) ? new MethodTypeConstant(descriptor) : throw Malformed($"constant {index} is not a method type");
    }
}
