namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// Adds a landing block for every handler: it begins with move-exception and leads to the handler. Removes handlers that no exception
/// reaches.
/// </summary>
internal sealed class ExceptionLanding
{
    /// <summary>API level 29 (Android 10); the JIT of levels 24 to 28 confuses types when several handlers share one move-exception.</summary>
    private const int FirstSdkWithSharedLanding = 29;

    private readonly bool _oneLandingPerType;
    private readonly int _exceptionSlot;
    private readonly HashSet<BasicBlock> _handlersOfSeveralLandings = [];
    private readonly Dictionary<(BasicBlock Handler, string? CatchType), BasicBlock> _landings = [];
    private readonly List<BasicBlock> _added = [];

    private ExceptionLanding(MethodContext context, int exceptionSlot)
    {
        _oneLandingPerType = context.Owner.Options.MinSdk < FirstSdkWithSharedLanding;
        _exceptionSlot = exceptionSlot;
    }

    /// <summary>Rewrites the handlers of all blocks.</summary>
    /// <param name="context">The method.</param>
    /// <param name="blocks">Reachable blocks; new landing blocks are appended.</param>
    /// <param name="exceptionSlot">The register in which a JVM handler finds the exception: the bottom of the stack.</param>
    public static void Insert(MethodContext context, List<BasicBlock> blocks, int exceptionSlot)
    {
        var landing = new ExceptionLanding(context, exceptionSlot);
        var groups = blocks.FindAll(b => b.Handlers.Count > 0).GroupBy(b => b.Handlers).ToList();
        landing.CountLandings(groups.SelectMany(g => g.Key));
        foreach (var group in groups)
        {
            IReadOnlyList<BlockHandler> handlers = [.. group.Key.Where(h => h.Target.Entry is not null).Select(h => h with { Target = landing.Of(h) })];
            foreach (var block in group)
                block.Handlers = handlers;
        }
        blocks.AddRange(landing._added);
    }

    private void CountLandings(IEnumerable<BlockHandler> handlers)
    {
        foreach (var types in handlers.Distinct().GroupBy(h => h.Target))
        {
            if (_oneLandingPerType && types.Count() > 1)
                _handlersOfSeveralLandings.Add(types.Key);
        }
    }

    private BasicBlock Of(BlockHandler handler)
    {
        var key = (handler.Target, _oneLandingPerType ? handler.CatchType : null);
        if (!_landings.TryGetValue(key, out var landing))
        {
            landing = Make(handler.Target);
            _landings.Add(key, landing);
        }
        return landing;
    }

    private BasicBlock Make(BasicBlock handler)
    {
        if (handler.Code.Count > 0 && handler.Code[0].Opcode == DexOpcode.MoveException)
            return handler;
        var line = handler.Code.Count > 0 ? handler.Code[0].Line : 0;
        var receive = new Operation(DexOpcode.MoveException, _exceptionSlot) { Line = line };
        if (!handler.HasJumpsIn && !_handlersOfSeveralLandings.Contains(handler))
        {
            handler.Code.Insert(0, receive);
            return handler;
        }
        var landing = new BasicBlock(0, 0) { Next = handler };
        landing.Code.Add(receive);
        _added.Add(landing);
        return landing;
    }
}
