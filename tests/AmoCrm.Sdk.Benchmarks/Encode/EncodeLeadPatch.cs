using AmoCrm.Sdk.Benchmarks.Peers;
using AmoCrm.Sdk.Benchmarks.Peers.Models;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Benchmarks.Encode;

/// <summary>The body of a request that changes one lead.</summary>
public class EncodeLeadPatch() : EncodeCase<LeadPatchDto>(Model, PeerJsonContext.Default.LeadPatchDto, WritingJsonContext.Default.LeadPatchDto)
{
    private static readonly LeadPatchDto Model = new()
    {
        Name = "Сделка: поставка",
        Price = 12_250,
        PipelineId = 3_104_455,
        StatusId = 142,
        CustomFieldsValues = [new() { FieldId = 294_471, Values = [new() { Value = "Вымышленная набережная, дом 1" }] }],
        TagsToAdd = [new() { Name = "опт" }],
    };

    private readonly UpdateLeadArguments _arguments = new(3_912_171, new UpdateLeadRequest
    {
        Name = "Сделка: поставка",
        Price = 12_250,
        PipelineId = 3_104_455,
        StatusId = 142,
        CustomFields = new() { [294_471] = "Вымышленная набережная, дом 1" },
        TagsToAdd = [new TagReference { Name = "опт" }],
    });

    private protected override PooledBuffer WriteWithSdk()
    {
        var fields = CustomFieldResolution.ResolveAsync(Api, LeadsOperations.UpdateLead, _arguments, CancellationToken.None).GetAwaiter().GetResult();
        return OperationBody.Write(LeadsOperations.UpdateLead, _arguments, fields)!;
    }
}
