using AmoCrm.Cli.Arguments;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Cli.Tests.Arguments;

public sealed class HandlerArgumentsTests
{
    [Theory]
    [InlineData("amocrm_create_lead", "name=007", """{"name":"007"}""")]
    [InlineData("amocrm_create_lead", "name=", """{"name":""}""")]
    [InlineData("amocrm_create_lead", "name=a=b", """{"name":"a=b"}""")]
    [InlineData("amocrm_create_lead", "price=185000.50", """{"price":185000.50}""")]
    [InlineData("amocrm_create_lead", "loss_reason_id=null", """{"loss_reason_id":null}""")]
    [InlineData("amocrm_create_lead", "tags=kitchen, urgent", """{"tags":["kitchen","urgent"]}""")]
    [InlineData("amocrm_create_lead", """tags=["kitchen",17]""", """{"tags":["kitchen",17]}""")]
    [InlineData("amocrm_create_lead", """custom_fields={"AREA":14}""", """{"custom_fields":{"AREA":14}}""")]
    [InlineData("amocrm_create_task", "complete_till=2030-01-31T18:00:00", """{"complete_till":"2030-01-31T18:00:00"}""")]
    [InlineData("amocrm_uninstall_widget", "widget_code=123", """{"widget_code":"123"}""")]
    [InlineData("amocrm_create_lead", "nobody_knows=17", """{"nobody_knows":17}""")]
    public void A_word_becomes_the_json_that_its_parameter_wants(string handler, string word, string expected)
    {
        Assert.Equal(expected, HandlerArguments.FromWords(HandlerCatalog.Get(handler), [word]).ToJsonString());
    }
}
