namespace Slipway.Formats.Dex.Verification;

/// <summary>
/// Follows the types of the registers through one method until they no longer change, as the runtime's verifier does: one line of
/// types is kept at every position where paths meet.
/// </summary>
internal sealed class MethodVerifier
{
    /// <summary>Limit on the types kept at once (64 MB); only hostile input exceeds it.</summary>
    private const long MostTypes = 4_000_000;

    private readonly MethodScope _scope;
    private readonly DexCode _code;
    private readonly DexMethodDescriptor _shape;
    private readonly CodeGraph _graph;
    private readonly RegisterLine?[] _lines;
    private readonly RegisterLine _work;
    private readonly InstructionFrame _frame;
    private readonly PriorityQueue<int, int> _pending = new();
    private readonly bool[] _isPending;
    private long _budget;

    private MethodVerifier(MethodScope scope, DexCode code, DexMethodDescriptor shape, CodeGraph graph)
    {
        _scope = scope;
        _code = code;
        _shape = shape;
        _graph = graph;
        _lines = new RegisterLine?[graph.Code.Length];
        _isPending = new bool[graph.Code.Length];
        _work = new RegisterLine(code.Registers);
        _frame = new InstructionFrame(scope, _work);
        _budget = 1_000_000 + (2_000L * graph.Code.Length);
    }

    public static void Verify(MethodScope scope, DexCode code)
    {
        if (DexMethodDescriptor.Parse(scope.Method.Reference.Descriptor) is not { } shape)
        {
            scope.Error(-1, "the method's descriptor is malformed");
            return;
        }

        if (!StructureRules.CheckCounts(code, shape, scope) || CodeGraph.Build(code, scope) is not { } graph || !StructureRules.CheckPlaces(graph, code, scope))
            return;

        new MethodVerifier(scope, code, shape, graph).Run();
    }

    private void Run()
    {
        EnterMethod();
        Follow(0);
        while (_pending.TryDequeue(out var position, out _))
        {
            if (_isPending[position])
            {
                _isPending[position] = false;
                _work.CopyFrom(_lines[position]!);
                Follow(position);
            }

            if (_budget < 0)
            {
                _scope.Error(-1, "the method is too complex to verify");
                return;
            }
        }
    }

    private void EnterMethod()
    {
        var register = _code.Registers - _code.Ins;
        _frame.MoveTo(_graph.Code[0], null, 0);
        _work.ThisInitialised = !_scope.IsConstructor || _scope.Owner.Type == KnownTypes.Object;
        if (!_scope.IsStatic)
        {
            var type = _scope.Owner.Type;
            _work[register++] = _work.ThisInitialised ? RegisterType.Reference(type) : new(RegisterUses.UninitialisedThis, type);
        }

        foreach (var parameter in _shape.Parameters)
        {
            _frame.SetValue(register, parameter);
            register += DexMethodDescriptor.WordsOf(parameter);
        }
    }

    /// <summary>Follows straight-line code from a position until it ends or meets types already known.</summary>
    private void Follow(int position)
    {
        var lastTry = -1;
        var lastVersion = -1;
        for (var at = position; _budget-- > 0; at++)
        {
            if (at != position && _lines[at] is not null | _graph.IsTarget[at] | _graph.IsHandler[at])
            {
                if (!Meet(at))
                    return;

                _isPending[at] = false;
                _work.CopyFrom(_lines[at]!);
            }
            else if (at == 0 && (_graph.IsTarget[0] || _graph.IsHandler[0]))
            {
                Meet(0);
                _isPending[0] = false;
            }

            var instruction = _graph.Code[at];
            var attempt = _graph.TryAt[at];
            ref readonly var info = ref DexOpcodeTable.Info(instruction.Opcode);
            if (attempt >= 0 && info.CanThrow && (attempt != lastTry || _work.Version != lastVersion))
            {
                (lastTry, lastVersion) = (attempt, _work.Version);
                Array.ForEach(_graph.Handlers[attempt], MeetLater);
            }

            _frame.MoveTo(instruction, at > 0 ? _graph.Code[at - 1] : null, at);
            InstructionRules.Apply(_frame, _graph, _shape);
            Branch(instruction, at);
            if (info.EndsFlow)
                return;

            if (at == _graph.Code.Length - 1)
            {
                _frame.Error("control falls off the end of the code");
                return;
            }
        }
    }

    private void Branch(DexInstruction instruction, int at)
    {
        if (instruction.Target is null && instruction.Switch is null)
            return;

        foreach (var target in _graph.TargetsOf(instruction))
        {
            if (target <= at && _work.Holds(RegisterUses.NewInstance))
            {
                // Dalvik refused this; ART drops such objects instead.
                _frame.Warn("branches backwards with an object whose constructor has not run");
            }

            MeetLater(target);
        }
    }

    private void MeetLater(int position)
    {
        if (Meet(position) && !_isPending[position])
        {
            _isPending[position] = true;
            _pending.Enqueue(position, position);
        }
    }

    /// <summary>Joins the current line into the one kept at a position.</summary>
    /// <returns>Whether the kept line changed.</returns>
    private bool Meet(int position)
    {
        _budget -= _code.Registers / 4;
        if (_lines[position] is { } line)
        {
            if (line.Monitors != _work.Monitors)
                _scope.Warn(_graph.Code[position].Address is >= 0 and var address ? address : position, "paths meet with different numbers of monitors held");

            return line.Join(_work, _scope.Hierarchy);
        }

        if (LinesKept * _code.Registers > MostTypes)
        {
            _budget = -1;
            return false;
        }

        LinesKept++;
        _lines[position] = line = new RegisterLine(_code.Registers);
        line.CopyFrom(_work);
        return true;
    }

    private long LinesKept { get; set; }
}
