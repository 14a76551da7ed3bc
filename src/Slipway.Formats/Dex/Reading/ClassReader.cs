namespace Slipway.Formats.Dex.Reading;

/// <summary>Reads class_def_item and class_data_item.</summary>
internal sealed class ClassReader(DexInput input, DexTables tables)
{
    /// <summary>Bytes of a class_def_item.</summary>
    public const int ItemSize = 32;

    private readonly DexCodeReader _code = new(input, tables);
    private readonly AnnotationsReader _annotations = new(input, tables);
    private readonly ValueReader _values = new(input, new ValueTables(tables));

    public DexClass Read(int offset)
    {
        var owner = new DexClass
        {
            Type = tables.Type(input.Count(offset), offset),
            Access = input.Int32(offset + 4),
            Super = tables.TypeOrNone(offset + 8),
            SourceFile = input.Int32(offset + 16) == -1 ? null : tables.String(input.Count(offset + 16), offset),
        };
        owner.Interfaces.AddRange(tables.TypeList(input.Count(offset + 12)));
        if (input.Count(offset + 24) is > 0 and var data)
            ReadData(data, owner);

        if (input.Count(offset + 20) is > 0 and var directory)
            _annotations.Read(directory, owner);

        if (input.Count(offset + 28) is > 0 and var values)
            SetStaticValues(values, owner);

        return owner;
    }

    private void ReadData(int offset, DexClass owner)
    {
        var cursor = new DexCursor(input, offset);
        var (staticFields, instanceFields) = (cursor.CountOf(2), cursor.CountOf(2));
        var (directMethods, virtualMethods) = (cursor.CountOf(3), cursor.CountOf(3));
        ReadFields(ref cursor, staticFields, owner, true);
        ReadFields(ref cursor, instanceFields, owner, false);
        ReadMethods(ref cursor, directMethods, owner);
        ReadMethods(ref cursor, virtualMethods, owner);
        input.Charge((cursor.Offset - offset) * 4L, offset);
    }

    private void ReadFields(ref DexCursor cursor, int count, DexClass owner, bool isStatic)
    {
        var index = 0L;
        for (var i = 0; i < count; i++)
        {
            index = Next(ref cursor, index, i);
            var reference = tables.Field((int)index, cursor.Offset);
            var access = (int)cursor.Flags();
            if (reference.Owner != owner.Type || isStatic != ((access & 8) != 0))
                throw input.Malformed("a field is not where its class and flags put it", cursor.Offset);

            owner.Fields.Add(new DexField { Reference = reference, Access = access });
        }
    }

    private void ReadMethods(ref DexCursor cursor, int count, DexClass owner)
    {
        var index = 0L;
        for (var i = 0; i < count; i++)
        {
            index = Next(ref cursor, index, i);
            var method = new DexMethod { Reference = tables.Method((int)index, cursor.Offset), Access = (int)cursor.Flags() };
            if (method.Reference.Owner != owner.Type)
                throw input.Malformed("a method is defined in another class than its own", cursor.Offset);

            if (cursor.Unsigned() is > 0 and var code)
                method.Code = _code.Read(code);

            owner.Methods.Add(method);
        }
    }

    /// <summary>Reads the index of a member, which is stored as the difference from the previous one.</summary>
    private long Next(ref DexCursor cursor, long last, int position)
    {
        var difference = cursor.Unsigned();
        var index = last + difference;
        return index <= int.MaxValue && (difference > 0 || position == 0) ? index : throw input.Malformed("members are not in order", cursor.Offset);
    }

    private void SetStaticValues(int offset, DexClass owner)
    {
        var values = _values.ReadArray(offset);
        var fields = owner.Fields.Where(field => (field.Access & 8) != 0).ToList();
        if (values.Count > fields.Count)
            throw input.Malformed("there are more static values than static fields", offset);

        for (var i = 0; i < values.Count; i++)
            fields[i].StaticValue = values[i];
    }
}
