namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>What reads from outside.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new ModelsTarget(),
        new ScalarsTarget(),
        new AnswersTarget(),
        new ResponsesTarget(),
        new ArgumentsTarget(),
        new StepsTarget(),
        new TemplatesTarget(),
        new ContinuationsTarget(),
        new AccessTokensTarget(),
        new SignaturesTarget(),
        new HostsTarget(),
        new PathsTarget(),
        new RedirectsTarget(),
        new SettingsTarget(),
        new JournalsTarget(),
        new RowsTarget(),
        new YamlTarget(),
        new ManifestTarget(),
    ];

    private static readonly FuzzTarget[] Planted =
    [
        new PlantedTarget("planted-failure", static () => throw new InvalidOperationException("Planted.")),
        new PlantedTarget("planted-hang", PlantedTarget.Hang),
        new PlantedTarget("planted-overflow", static () => PlantedTarget.Overflow(0)),
    ];

    public static FuzzTarget? Find(string name) => All.Concat(Planted).FirstOrDefault(target => target.Name == name);
}
