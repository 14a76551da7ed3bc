using Slipway.Connect.Failures;
using Slipway.Diagnosis.Environments;
using Slipway.Protocol.Environments;

namespace Slipway.Diagnosis.Checks;

/// <summary>C16: is one machine, the deployment controller, the only one that launches builds, and is it this one?</summary>
internal sealed class EnvironmentCheck : ICheck
{
    public string Id => "C16";

    public string Title => "Single machine";

    public IReadOnlyList<string> Needs => ["C10", "C18"];

    public IReadOnlyList<ToolLine> Commands(Examination examination) => examination.Options.Environment is null
        ? []
        : [ToolLines.Curl(examination, "-sS -H @header-with-the-token", "/api/v1/environments"),
            ToolLines.Curl(examination, "-sS -H @header-with-the-token", "/api/v1/environments/KEY/launches?days=30")];

    public async Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation)
    {
        if (examination.Options.Environment is not { } name)
            return CheckFinding.Skip("Not requested: give --environment.");
        if (examination.Token is null)
        {
            return CheckFinding.Unknown("environment-unknown", "The service shows environments only to users with a token.",
                "Log in with slipway login, or give --token-file.");
        }
        try
        {
            var (view, trouble) = await EnvironmentReader.ReadAsync(examination, name, cancellation);
            if (view is null)
            {
                return trouble is null
                    ? CheckFinding.Fail("environment-not-found", $"There is no environment {name} at the service.",
                        "Give its key or its name to --environment.").ByUser().GoOn()
                    : CheckFinding.Unknown("environment-unknown", $"The service does not tell about the environment: {trouble}.",
                        "Give a token that may read builds.");
            }

            var conditions = SingleMachineConditions.Judge(view);
            examination.SingleMachine = conditions.Any(condition => condition.Holds == false)
                ? false
                : conditions.All(condition => condition.Holds == true) ? true : null;
            return Judge(view, conditions).With(Facts(view, conditions));
        }
        catch (Exception e) when (RequestFailures.IsOne(e))
        {
            return CheckFinding.Unknown("environment-unknown", $"The service does not tell about the environment: {RequestFailures.Describe(e)}.", "Try again.");
        }
    }

    private static CheckFinding Judge(EnvironmentView view, IReadOnlyList<EnvironmentCondition> conditions)
    {
        var (sole, me) = (view.Sole, view.ThisMachine);
        var isRestricted = view.Environment.LaunchPolicy == EnvironmentView.ControllerOnly;
        if (isRestricted && (me is null || !sole.Contains(me)))
        {
            return CheckFinding.Fail("not-the-controller",
                $"Builds of {view.Environment.Name} are launched through {SingleMachineConditions.Names(sole)} only, and this machine is {me?.Name ?? "none of its servers"}.",
                $"Run slipway on {SingleMachineConditions.Names(sole)}{(sole is [{ Address: { } address }] ? $" ({address})" : "")}, and connect the IDE and the console to it.").ByUser().GoOn();
        }

        if (conditions.FirstOrDefault(condition => condition.Holds == false) is { } broken)
        {
            return CheckFinding.Fail(
                broken.Name switch
                {
                    EnvironmentCondition.ControllerIsFrontEnd => "controller-no-front-end",
                    EnvironmentCondition.InternalAddress => "internal-address-elsewhere",
                    _ => "launches-elsewhere",
                },
                string.Join(" ", conditions.Where(condition => condition.Holds == false).Select(condition => condition.Text)),
                broken.Name switch
                {
                    EnvironmentCondition.ControllerIsFrontEnd => "Give the deployment controller the role of a front-end, too.",
                    EnvironmentCondition.InternalAddress => $"Set the internal address of the environment to {SingleMachineConditions.Names(sole)}.",
                    _ => $"Connect those people to {SingleMachineConditions.Names(sole)}. With the launch policy ControllerOnly, nothing else is let through.",
                }).ByUser().GoOn();
        }

        if (isRestricted && !view.IsEnrolled)
        {
            return CheckFinding.Fail("server-not-enrolled", $"This machine is {me!.Name}, but cannot prove it: builds that are launched here are refused.",
                "Create an enrolment code for the machine, and pass it to slipway gateway enrol here.").ByUser().GoOn();
        }
        return conditions.All(condition => condition.Holds == true)
            ? CheckFinding.Ok($"{SingleMachineConditions.Names(sole)} is the only machine that launches builds of {view.Environment.Name}. {string.Join(" ", conditions.Skip(2).Select(condition => condition.Text))}")
            : CheckFinding.Unknown("conditions-unknown",
                string.Join(" ", conditions.Where(condition => condition.Holds is null).Select(condition => condition.Text)),
                "Launch from the IDE and from the console once, and repeat the check.");
    }

    private static IEnumerable<MeasuredFact> Facts(EnvironmentView view, IReadOnlyList<EnvironmentCondition> conditions)
    {
        var me = view.ThisMachine;
        yield return new MeasuredFact("environment", $"{view.Environment.Name}, launch policy {view.Environment.LaunchPolicy}");
        yield return new MeasuredFact("this machine",
            me is null ? "none of its servers" : $"{me.Name} ({string.Join(", ", me.Roles)}){(view.IsEnrolled ? ", enrolled" : ", not enrolled here")}");
        foreach (var condition in conditions)
            yield return new MeasuredFact(condition.Name, $"{condition.Holds switch { true => "yes", false => "no", _ => "unknown" }}: {condition.Text}");
        foreach (var other in view.Launches.Launches.Where(launch => launch.Channel is not ("IDE" or "Console")))
        {
            yield return new MeasuredFact($"{other.Channel} launches",
                $"{other.Count} {(other.MachineName is { } server ? $"through {server}" : "without the proof of a server")}{(other.Refused ? " (refused)" : "")}");
        }
    }
}
