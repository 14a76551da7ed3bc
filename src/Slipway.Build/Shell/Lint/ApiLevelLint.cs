using System.Globalization;
using Slipway.Build.Shell.Signatures;
using Slipway.Formats.ClassFile;

namespace Slipway.Build.Shell.Lint;

/// <summary>
/// Reports uses of platform members above an app's lowest API level that no check of <c>SDK_INT</c> guards, and uses of
/// members that the list of signatures does not contain. A class, method or constructor with <c>@RequiresSdk</c> may use APIs up to
/// that level; its callers must check the level. Code that the compiler moved elsewhere (bodies of lambdas, accessors, anonymous
/// classes) has the level of the places that lead to it.
/// </summary>
internal sealed class ApiLevelLint
{
    private const int Synthetic = 0x1000;
    private const int Bridge = 0x0040;

    private readonly IReadOnlyList<JavaClass> _classes;
    private readonly ApiLevels _levels;
    private readonly int _minSdk;

    /// <summary>Certain level at the start of moved code: by class name, or by class, method and descriptor.</summary>
    private readonly Dictionary<string, int> _contexts = [];

    private readonly List<ApiLevelFinding> _findings = [];
    private bool _isReporting;
    private bool _contextsChanged;

    private ApiLevelLint(IReadOnlyList<JavaClass> classes, ApiSurface platform, int minSdk)
    {
        _classes = classes;
        _levels = new ApiLevels(platform, classes);
        _minSdk = minSdk;
    }

    /// <summary>Returns all findings, in order of class and place.</summary>
    public static IReadOnlyList<ApiLevelFinding> Check(IReadOnlyList<JavaClass> classes, ApiSurface platform, int minSdk)
    {
        var lint = new ApiLevelLint(classes, platform, minSdk);
        do
        {
            lint._contextsChanged = false;
            lint.Visit();
        }
        while (lint._contextsChanged);
        lint._isReporting = true;
        lint.Visit();
        return lint._findings;
    }

    private void Visit()
    {
        foreach (var type in _classes)
        {
            var level = Math.Max(_levels.OfOwnType(type.Name), Context(type.EnclosingMethod is not null, type.Name));
            VisitHeader(type, level);
            foreach (var method in type.Methods.Where(m => m.Code is not null))
            {
                var key = Key(type.Name, method.Name, method.Descriptor);
                var start = Math.Max(Math.Max(level, ApiLevels.Mark(method.Annotations)), Context(IsMoved(method), key));
                VisitCode(type, method.Code!, start);
            }
        }
    }

    /// <summary>Until a place that leads to moved code is seen, the level of the code is unknown, and the code does not lower other levels.</summary>
    private int Context(bool isMoved, string key) =>
        !isMoved ? _minSdk : _contexts.TryGetValue(key, out var level) ? level : _isReporting ? _minSdk : int.MaxValue;

    private static bool IsMoved(JavaMethod method) => (method.Access & (Synthetic | Bridge)) == Synthetic;

    private static string Key(string owner, string name, string descriptor) => $"{owner}.{name}{descriptor}";

    private void VisitHeader(JavaClass type, int level)
    {
        foreach (var parent in type.Interfaces.Append(type.SuperName ?? "java/lang/Object"))
            Require(_levels.OfType(parent), parent, level, type, 0);
    }

    private void VisitCode(JavaClass type, MethodCode code, int start)
    {
        var levels = SdkFlow.Analyze(code, start);
        for (var i = 0; i < levels.Length; i++)
            VisitInstruction(type, code, i, levels[i]);

        // The verifier of old devices loads caught exception types before any code runs.
        foreach (var handler in code.Handlers)
        {
            if (handler.CatchType is { } caught)
                Require(_levels.OfType(caught), caught, start, type, Line(code, handler.Handler));
        }
    }

    private void VisitInstruction(JavaClass type, MethodCode code, int index, int level)
    {
        switch (code.Instructions[index].Symbol)
        {
            case MemberReference member:
                Require(member, level, type, Line(code, index));
                break;
            case string name when code.Instructions[index].Opcode != JvmOpcode.Ldc:
                Require(_levels.OfType(name), name, level, type, Line(code, index));
                Lead(name, level);
                break;
            case ClassConstant constant:
                Require(_levels.OfType(constant.Name), constant.Name, level, type, Line(code, index));
                break;
            case InvokeDynamicReference site:
                var produced = site.Descriptor[(site.Descriptor.LastIndexOf(')') + 2)..^1];
                Require(_levels.OfType(produced), produced, level, type, Line(code, index));
                foreach (var handle in site.Arguments.OfType<MethodHandleConstant>())
                    Require(handle.Member, level, type, Line(code, index));

                break;
        }
    }

    private void Require(MemberReference member, int level, JavaClass type, int line)
    {
        Require(_levels.OfMember(member), $"{member.Owner}.{member.Name}", level, type, line);
        Lead(Key(member.Owner, member.Name, member.Descriptor), level);
    }

    private void Require(int? required, string used, int level, JavaClass type, int line)
    {
        if (_isReporting && !(required <= level))
            _findings.Add(new ApiLevelFinding(type.SourceFile ?? type.Name, line, used.Replace('/', '.').Replace('$', '.'), required, level));
    }

    private void Lead(string key, int level)
    {
        if (level != int.MaxValue && (!_contexts.TryGetValue(key, out var known) || level < known))
        {
            _contexts[key] = level;
            _contextsChanged = true;
        }
    }

    private static int Line(MethodCode code, int index) => code.Lines.FindLast(line => line.Instruction <= index).Line;
}

/// <summary>A use of a platform API that the lowest supported devices do not have.</summary>
/// <param name="File">Source file, or the name of the class when the class file does not record it.</param>
/// <param name="Line">Line in it; 0 when unknown.</param>
/// <param name="Used">What is used: <c>android.app.Activity.getOnBackInvokedDispatcher</c>.</param>
/// <param name="Required">API level that introduced it; null when the list of signatures does not contain it.</param>
/// <param name="Known">API level that is certain at this place.</param>
public sealed record ApiLevelFinding(string File, int Line, string Used, int? Required, int Known)
{
    /// <summary>Returns the finding as one line of text.</summary>
    public override string ToString() => Required is { } level
        ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Used} exists since API level {level}, only {Known} is sure here")
        : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Used} is not in the list of API signatures");
}
