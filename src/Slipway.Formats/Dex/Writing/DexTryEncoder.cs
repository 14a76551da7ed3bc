namespace Slipway.Formats.Dex.Writing;

/// <summary>Encodes the covered ranges of a method and their handlers (dex-format, try_item and encoded_catch_handler_list).</summary>
internal sealed class DexTryEncoder
{
    private readonly DexBuffer _handlers = new();
    private readonly Dictionary<byte[], int> _offsets = new(DexItemComparer.Instance);
    private readonly List<(int Start, int Length, byte[] Handler)> _tries = [];

    public DexTryEncoder(DexCode code, DexIndices indices, string where)
    {
        foreach (var item in code.Tries.Where(t => t.Catches.Count > 0))
            AddRange(item.Start.Address, item.End.Address, EncodeHandler(item.Catches, indices), where);
        SplitLongRanges(code.Instructions);
        if (_tries.Count > ushort.MaxValue)
            throw new DexLimitException(DexLimit.MethodSize, $"there are {_tries.Count} covered ranges", where);
        foreach (var (_, _, handler) in _tries)
            _offsets.TryAdd(handler, 0);
        PlaceHandlers(where);
    }

    public int Count => _tries.Count;

    public void WriteTo(DexBuffer target)
    {
        foreach (var (start, length, handler) in _tries)
        {
            target.S4(start);
            target.U2(length);
            target.U2(_offsets[handler]);
        }

        target.Bytes(_handlers.Written);
    }

    private void AddRange(int start, int end, byte[] handler, string where)
    {
        if (start < 0 || end < 0)
            throw new ArgumentException($"A covered range names a label that is not placed in {where}.", nameof(start));
        if (end <= start)
            return;
        if (_tries.Count > 0 && _tries[^1] is var last && start <= last.Start + last.Length)
        {
            if (start < last.Start + last.Length)
                throw new ArgumentException($"Covered ranges overlap in {where}.", nameof(start));
            if (last.Handler.AsSpan().SequenceEqual(handler))
            {
                _tries[^1] = (last.Start, end - last.Start, handler);
                return;
            }
        }

        _tries.Add((start, end - start, handler));
    }

    /// <summary>Splits ranges that exceed the 16 bits of a length; every part begins at an instruction.</summary>
    private void SplitLongRanges(List<DexInstruction> instructions)
    {
        for (var i = 0; i < _tries.Count; i++)
        {
            var (start, length, handler) = _tries[i];
            if (length <= ushort.MaxValue)
                continue;
            var cut = instructions.FindLast(n => n.Opcode != DexOpcode.Label && n.Address <= start + ushort.MaxValue)!.Address;
            _tries[i] = (start, cut - start, handler);
            _tries.Insert(i + 1, (cut, length - (cut - start), handler));
        }
    }

    private static byte[] EncodeHandler(IReadOnlyList<DexCatch> catches, DexIndices indices)
    {
        var buffer = new DexBuffer();
        var hasCatchAll = catches.Count > 0 && catches[^1].Type is null;
        var typed = hasCatchAll ? catches.Count - 1 : catches.Count;
        buffer.Sleb(hasCatchAll ? -typed : typed);
        for (var i = 0; i < typed; i++)
        {
            buffer.Uleb(indices.Type(catches[i].Type ?? throw new ArgumentException("A handler that catches all is not the last.", nameof(catches))));
            buffer.Uleb(catches[i].Target.Address);
        }

        if (hasCatchAll)
            buffer.Uleb(catches[^1].Target.Address);
        return buffer.ToArray();
    }

    private void PlaceHandlers(string where)
    {
        if (_tries.Count == 0)
            return;
        _handlers.Uleb(_offsets.Count);
        var seen = new HashSet<byte[]>(DexItemComparer.Instance);
        foreach (var (_, _, handler) in _tries)
        {
            if (!seen.Add(handler))
                continue;
            if (_handlers.Length > ushort.MaxValue)
                throw new DexLimitException(DexLimit.MethodSize, "the exception handlers take more than 65535 bytes", where);
            _offsets[handler] = _handlers.Length;
            _handlers.Bytes(handler);
        }
    }
}
