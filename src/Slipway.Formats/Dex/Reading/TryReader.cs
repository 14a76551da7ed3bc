namespace Slipway.Formats.Dex.Reading;

/// <summary>Reads try_item and encoded_catch_handler_list.</summary>
internal sealed class TryReader(DexInput input, DexTables tables, CodeBody body)
{
    private const int ItemSize = 8;

    private readonly Dictionary<int, IReadOnlyList<DexCatch>> _handlers = [];

    public void Read(int offset, int count, List<DexTry> tries)
    {
        var handlers = offset + (count * ItemSize);
        var last = 0;
        for (var i = 0; i < count; i++)
        {
            var item = offset + (i * ItemSize);
            var (start, length) = (input.Count(item), input.UInt16(item + 4));
            if (start < last || length == 0 || start > body.Units - length)
                throw input.Malformed("try ranges are out of order or leave the code", item);

            last = start + length;
            tries.Add(new DexTry(body.Label(start), body.Label(last), Handlers(handlers + input.UInt16(item + 6))));
        }
    }

    private IReadOnlyList<DexCatch> Handlers(int offset)
    {
        if (!_handlers.TryGetValue(offset, out var handlers))
            _handlers[offset] = handlers = ReadHandlers(offset);

        return handlers;
    }

    private List<DexCatch> ReadHandlers(int offset)
    {
        var cursor = new DexCursor(input, offset);
        var size = cursor.Signed();
        var count = Math.Abs((long)size);
        if (count * 2 > input.Length - cursor.Offset)
            throw input.Malformed("there are more handlers than bytes", offset);

        var handlers = new List<DexCatch>();
        for (var i = 0L; i < count; i++)
        {
            var type = tables.Type(cursor.Unsigned(), cursor.Offset);
            handlers.Add(new DexCatch(type, body.LabelOfInstruction(cursor.Unsigned())));
        }

        if (size <= 0)
            handlers.Add(new DexCatch(null, body.LabelOfInstruction(cursor.Unsigned())));

        input.Charge((cursor.Offset - offset) * 8L, offset);
        return handlers;
    }
}
